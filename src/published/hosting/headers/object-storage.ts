import type { Recipe } from "./recipe.ts";
import { type Addressed, caching, everywhereOf, hashedFolder, rulesOf } from "./rules.ts";

const isPage = ({ of }: { of: Addressed }): boolean => "ending" in of && of.ending === ".html";

/** What of the folder a rule is of, in the words of `aws s3`: a star stands for any path. */
const filterOf = (of: Addressed): string =>
  "ending" in of ? `*${of.ending}` : `${of.folder.slice(1)}*`;

/**
 * The rules as a script of `aws s3`: a storage keeps the type of a file, and how long it may be kept, with the file itself,
 * so they are said when it is sent. What pages name comes before the pages, and what is gone leaves last.
 * @param bucket the name of the place files are kept in
 */
export function renderObjectStorage({ rules, root }: Recipe, bucket: string): string {
  const types = rulesOf(rules, "Content-Type").toSorted(
    (a, b) => Number(isPage(a)) - Number(isPage(b)),
  );
  const hashed = `${hashedFolder.slice(1)}*`;
  return `TO=s3://${bucket}${root}
keep() { aws s3 cp dist "$TO" --recursive --exclude "*" --include "${hashed}$1" --content-type "$2" --cache-control "${caching.kept}"; }
send() { aws s3 cp dist "$TO" --recursive --exclude "*" --include "$1" --exclude "${hashed}" --content-type "$2" --cache-control "${caching.asked}"; }
${types.flatMap(({ of, value }) => ("ending" in of ? [`keep "${of.ending}" "${value}"`] : [])).join("\n")}
${types.map(({ of, value }) => `send "${filterOf(of)}" "${value}"`).join("\n")}
aws s3 sync dist "$TO" --size-only --delete --exclude "_headers" --exclude "_redirects"
`;
}

/** Which other sites may read, and which headers, in the storage's own words (JSON of `aws s3api put-bucket-cors`). */
export function renderStorageCors({ rules }: Recipe): string {
  const exposed = everywhereOf(rules).find(({ name }) => name === "Access-Control-Expose-Headers");
  const rule = {
    AllowedOrigins: ["*"],
    AllowedMethods: ["GET", "HEAD"],
    AllowedHeaders: ["*"],
    ExposeHeaders: exposed?.value.split(", ") ?? [],
    MaxAgeSeconds: 86_400,
  };
  return `${JSON.stringify({ CORSRules: [rule] }, null, 2)}\n`;
}
