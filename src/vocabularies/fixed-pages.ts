/** Pages that say the same on every portal, or what they are made of has no day. */
export const fixedPages = [
  ...[
    "/search/",
    "/street/",
    "/api/",
    "/about/",
    "/help/",
    "/structures/",
    "/check/",
    "/publish/",
    "/sql/",
  ],
  ...[
    "/accessibility/",
    "/takedown/",
    "/quality/",
    "/status/",
    "/registry/",
    "/requests/",
    "/follow/",
  ],
  ...["/showcase/", "/rating/", "/registers/", "/dashboards/"],
];
