import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import { resolve } from "node:path";
import sirv from "sirv";

const built = spawnSync(process.execPath, [resolve(import.meta.dirname, "build.ts")], {
  stdio: "inherit",
});
if (built.status !== 0) process.exitCode = 1;
else {
  const port = Number(process.env.PORT ?? 4321);
  const serve = sirv("dist", {
    etag: true,
    dotfiles: true,
    setHeaders(response, path) {
      // Files without an ending, whose type nobody can guess.
      if (path.startsWith("/api/3/action/"))
        response.setHeader("content-type", "application/json; charset=utf-8");
    },
  });
  const server = createServer((request, response) =>
    serve(request, response, () => {
      response.writeHead(404).end("404\n");
    }),
  );
  server.on("error", (error: NodeJS.ErrnoException) => {
    process.stderr.write(
      error.code === "EADDRINUSE"
        ? `Порт ${port} зайнятий. Спробуйте інший: PORT=4322 npm start\n`
        : `${error.message}\n`,
    );
    process.exitCode = 1;
  });
  server.listen(port, "127.0.0.1", () =>
    process.stdout.write(`Портал працює: http://localhost:${port} (зупинити — Ctrl+C)\n`),
  );
}
