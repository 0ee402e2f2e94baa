import fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkUrl, isLoopback, isPublic } from "../src/address-rules.ts";
import { hostileUrls, spellings } from "./hostile-urls.ts";

const strict = { allowLoopbackHttp: false };
const cause = (url: string, rules = strict) => {
  const check = checkUrl(url, rules);
  return check.ok ? "allowed" : check.cause;
};

test("a department's public https address is allowed, on port 443 or 8443", () => {
  for (const url of [
    "https://hooks.example.gov.cn/referrals?source=window",
    "https://hooks.example.gov.cn:443/",
    "https://hooks.example.gov.cn:8443/a%20b",
    "https://xn--fiqs8s.example.com/",
    "https://93.184.216.34/",
    "https://[2606:4700::1111]/",
  ]) {
    assert.equal(cause(url), "allowed", url);
  }
});

test("each kind of hostile address is refused for its own reason", () => {
  const reasons = {
    "http://example.com/": "scheme",
    "https://user@example.com/": "userinfo",
    "https://example.com/#x": "fragment",
    "https://example.com:22/": "port",
    "https://metadata/": "host",
    "https://example.com./": "host",
    "https://2130706433/": "blocked-address",
    "https://[::ffff:7f00:1]/": "blocked-address",
    "https://例子.example/": "not-a-url",
  };
  for (const [url, reason] of Object.entries(reasons)) assert.equal(cause(url), reason, url);
});

test("no hostile spelling of an inner address is allowed", () => {
  const corpus = hostileUrls(9999);
  assert.ok(new Set(corpus).size >= 300, `${corpus.length} addresses`);
  for (const url of corpus) assert.notEqual(cause(url), "allowed", url);
});

test("in development this machine is reached by its own three names and by no other way", () => {
  const open = { allowLoopbackHttp: true };
  for (const url of ["http://localhost:4100/hook", "http://127.0.0.1:4100/", "https://[::1]:4100/"]) {
    assert.equal(cause(url, open), "allowed", url);
    assert.notEqual(cause(url), "allowed", url);
  }
  for (const url of [
    "http://example.com/",
    "http://10.0.0.1:4100/",
    "http://0.0.0.0:4100/",
    "http://127.0.0.2/",
    "http://localhost.:1/",
  ]) {
    assert.notEqual(cause(url, open), "allowed", url);
  }
});

const octet = fc.nat(255);
const innerAddress = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), octet, octet, octet),
  fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
  fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
  fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
  fc.tuple(fc.constant(198), fc.constantFrom(18, 19), octet, octet),
);

test("an inner address is refused whatever it is and however it is spellings", () => {
  fc.assert(
    fc.property(innerAddress, (address) => {
      for (const host of spellings(address)) assert.notEqual(cause(`https://${host}/`), "allowed", host);
    }),
    { numRuns: 1000 },
  );
});

test("what a resolver may answer is public or refused", () => {
  for (const address of ["93.184.216.34", "2606:4700::1111", "2400:3200::1"])
    assert.ok(isPublic(address), address);
  const inner = [
    "127.0.0.1",
    "::1",
    "::ffff:93.184.216.34",
    "64:ff9b::5db8:d822",
    "2002:5db8:d822::1",
    "2001::1",
  ];
  const odd = [
    "",
    "x",
    "010.0.0.1",
    "0x7f.0.0.1",
    "1.2.3",
    "fe80::1%eth0",
    "2606:4700::1111%1",
    "93.184.216.34/8",
    "168.63.129.16",
  ];
  for (const address of [...inner, ...odd]) assert.ok(!isPublic(address), address);
  for (const address of ["127.0.0.1", "127.9.9.9", "::1"]) assert.ok(isLoopback(address), address);
  for (const address of ["10.0.0.1", "93.184.216.34", "localhost", ""])
    assert.ok(!isLoopback(address), address);
});
