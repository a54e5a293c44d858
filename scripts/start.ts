import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import sirv from "sirv";
import { readPortal } from "../src/read/portal.ts";
import { command, WrongCall } from "./command.ts";
import { door } from "./door.ts";

/** Asked before the build: nobody waits for a site that has no port to stand at. */
const checkFree = (port: number): Promise<void> =>
  new Promise((free, busy) => {
    const probe = createServer();
    probe.on("error", (error: NodeJS.ErrnoException) =>
      busy(
        error.code === "EADDRINUSE"
          ? new WrongCall(`Порт ${port} зайнятий: спробуйте інший, PORT=${port + 1} npm start.`)
          : error.code === "EACCES"
            ? new WrongCall(`Порт ${port} система не дає: спробуйте інший, PORT=4321 npm start.`)
            : error,
      ),
    );
    probe.listen(port, "127.0.0.1", () => probe.close(() => free()));
  });

/** Path that the portal stands under at its address: "" where it has the host for itself. */
function basePath(): string {
  const { site = "http://localhost" } = readPortal(process.cwd()) ?? {};
  return new URL(site).pathname.replace(/\/$/, "");
}

await command(
  {
    about: "Перевіряє дані, збирає сайт і відкриває його на цьому комп’ютері.",
    options: {
      "without-history": {
        type: "boolean",
        about: "зібрати теку, що не є репозиторієм git: сайт скаже, що дат змін не знає",
      },
    },
    environment: {
      PORT: "порт сайту (якщо не вказано — 4321)",
      PORTAL_DATE: "день, за який збирають",
    },
    code1: "портал має помилки",
  },
  async ({ values }) => {
    const { PORT = "4321" } = process.env;
    const port = Number(PORT);
    if (!/^\d{1,5}$/.test(PORT) || port < 1 || port > 65535)
      throw new WrongCall(
        `Змінна PORT — «${PORT}», а порт — число від 1 до 65535: PORT=4322 npm start.`,
      );
    await checkFree(port);
    const built = spawnSync(
      process.execPath,
      [door, "build", ...(values["without-history"] ? ["--without-history"] : [])],
      { stdio: "inherit" },
    );
    if (built.status !== 0) process.exitCode = built.status ?? 2;
    else {
      const base = basePath();
      const serve = sirv("dist", {
        etag: true,
        dotfiles: true,
        setHeaders(response, path) {
          // Files without an ending, whose type nobody can guess.
          if (path.startsWith("/api/3/action/"))
            response.setHeader("content-type", "application/json; charset=utf-8");
        },
      });
      const server = createServer((request, response) => {
        const { url = "/" } = request;
        if (!url.startsWith(`${base}/`)) {
          // Nothing stands beside the portal's path: whoever comes to the root of the address is led to it.
          response.writeHead(302, { location: `${base}/` }).end();
          return;
        }
        request.url = url.slice(base.length);
        serve(request, response, () => {
          response.writeHead(404).end("404\n");
        });
      });
      server.listen(port, "127.0.0.1", () =>
        process.stdout.write(
          `Портал працює: http://localhost:${port}${base} (зупинити — Ctrl+C)\n`,
        ),
      );
    }
  },
);
