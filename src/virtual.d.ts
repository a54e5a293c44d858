declare module "virtual:portal-news" {
  /** Slug → loader of the compiled entry. */
  export const news: Record<string, () => Promise<{ default: (props: object) => unknown }>>;
}
