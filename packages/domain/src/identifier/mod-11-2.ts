/** GB 11643-1999, ISO 7064 MOD 11-2: weight of each of the seventeen digits, and the character of each remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHARACTERS = "10X98765432";

/** Whether the eighteenth character is the one that the first seventeen digits demand. */
export function holdsMod112(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return text[17] === CHARACTERS[sum % 11];
}
