import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "node:tls";
import { afterAll, expect, test } from "vitest";
import { certificateCheck, readCertificate } from "./certificate.ts";

const work = mkdtempSync(join(tmpdir(), "certificate-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const [key, cert] = [join(work, "key.pem"), join(work, "cert.pem")];
const made = spawnSync("openssl", [
  ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
  ...["-subj", "/CN=localhost", "-days", "30", "-keyout", key, "-out", cert],
]);
const open = { allowLoopback: true };

// Without openssl there is no certificate to show; what follows from its end is tested in site.test.ts.
test.skipIf(made.status !== 0)("the end of a certificate is read from its server", async () => {
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const site = new URL(`https://localhost:${(server.address() as AddressInfo).port}`);
  try {
    const days = (((await readCertificate(open)(site)) ?? 0) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    // Nothing on this machine is visited unless a test says so.
    expect(await readCertificate()(site)).toBeUndefined();
  } finally {
    server.close();
  }
});

test("a server that shows none is not blamed", async () => {
  const nowhere = new URL("https://127.0.0.1:1");
  expect(await certificateCheck(nowhere, "2026-11-23", readCertificate(open))).toMatchObject({
    result: "unseen",
  });
});

test("a site without https is told of", async () => {
  const site = new URL("http://data.example.gov.ua");
  expect(await certificateCheck(site, "2026-11-23", readCertificate())).toMatchObject({
    id: "certificate",
    result: "must",
  });
});
