import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";

/**
 * Logins that are under way, forgotten with the process: access tokens are signed and stand for themselves, so nothing
 * that matters is lost by a restart. They are few (the demonstration begins none), so nothing is swept out.
 */
export const inMemory = (): AdapterFactory => {
  const kept = new Map<string, AdapterPayload>();
  const find = async (matches: (payload: AdapterPayload) => boolean) => [...kept.values()].find(matches);
  return (name): Adapter => ({
    async upsert(id, payload) {
      kept.set(`${name} ${id}`, payload);
    },
    find: async (id) => kept.get(`${name} ${id}`),
    findByUserCode: (userCode) => find((payload) => payload.userCode === userCode),
    findByUid: (uid) => find((payload) => payload.uid === uid),
    async consume(id) {
      const known = kept.get(`${name} ${id}`);
      if (known !== undefined) kept.set(`${name} ${id}`, { ...known, consumed: true });
    },
    async destroy(id) {
      kept.delete(`${name} ${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
};
