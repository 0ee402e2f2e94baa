/** By the name in the protocol: its version, and the name that requests are signed for. */
const services = {
  Logs_20140328: { version: "1.1", signed: "logs" },
  AmazonSQS: { version: "1.0", signed: "sqs" },
  AWSStepFunctions: { version: "1.0", signed: "states" },
} as const;

/** A call in one of the JSON protocols of AWS, for services whose clients the tests do not carry. */
export const askEmulator = async (
  endpoint: string,
  [service, action]: readonly [keyof typeof services, string],
  body: object,
): Promise<unknown> => {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": `application/x-amz-json-${services[service].version}`,
      "x-amz-target": `${service}.${action}`,
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${services[service].signed}/aws4_request`,
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${service}.${action} was answered ${String(response.status)}`);
  return response.json();
};
