import { clientAddress } from "@window/http/client-address.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

test("without a proxy of ours whoever has connected is counted, whatever a header says", () => {
  assert.equal(clientAddress("192.0.2.7", "203.0.113.9", 0), "192.0.2.7");
  assert.equal(clientAddress("192.0.2.7", null, 0), "192.0.2.7");
});

test("each proxy of ours is believed about whom it saw, and nobody before it", () => {
  assert.equal(clientAddress("10.0.0.1", "1.1.1.1, 203.0.113.9", 1), "203.0.113.9");
  assert.equal(clientAddress("10.0.0.2", "1.1.1.1, 203.0.113.9, 10.0.0.1", 2), "203.0.113.9");
  assert.equal(clientAddress("10.0.0.1", null, 1), "10.0.0.1", "a proxy that was passed by");
  assert.equal(clientAddress("10.0.0.1", null, 2), "10.0.0.1", "a proxy that was passed by");
});

test("the peer that the HTTP API has added itself is no proxy of ours", () => {
  assert.equal(clientAddress("198.51.100.4", "203.0.113.9, 198.51.100.4", 1), "203.0.113.9");
  assert.equal(clientAddress("198.51.100.4", "198.51.100.4", 1), "198.51.100.4", "the proxy was passed by");
  assert.equal(clientAddress("203.0.113.9", "1.1.1.1, 203.0.113.9", 0), "203.0.113.9");
});

test("somebody with a network of IPv6 is one and not 2^64", () => {
  const one = clientAddress("2001:db8:0:7:1:2:3:4", null, 0);
  assert.equal(one, "2001:db8:0:7::/64");
  for (const same of ["2001:DB8::7:ffff:0:0:1", "2001:0db8:0000:0007::1", "2001:db8:0:7::"])
    assert.equal(clientAddress(same, null, 0), one, same);
  assert.notEqual(clientAddress("2001:db8:0:8::1", null, 0), one);
  assert.equal(clientAddress("::1", null, 0), "0:0:0:0::/64");
  assert.equal(clientAddress("::ffff:192.0.2.7", null, 0), "192.0.2.7");
  assert.equal(clientAddress("fe80::1%eth0", null, 0), "fe80:0:0:0::/64");
});
