declare module "virtual:portal-content" {
  type Entries = Record<string, () => Promise<{ default: (props: object) => unknown }>>;
  /** Slug → loader of the compiled entry. */
  export const news: Entries;
  export const dashboards: Entries;
}
