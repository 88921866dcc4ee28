import { useEffect, useState } from "preact/hooks";

/** Which page is shown stands behind the `#` of the address, so that it can be kept, sent and gone back to. */
export type Route =
  | { readonly page: "ranking" | "items" | "files" }
  | { readonly page: "unit" | "item"; readonly id: string };

export const hrefOf = (route: Route): string =>
  "id" in route ? `#/${route.page}/${encodeURIComponent(route.id)}` : `#/${route.page}`;

export function routeOf(hash: string): Route {
  const [, page = "", id] = hash.split("/");
  if ((page === "unit" || page === "item") && id !== undefined) return { page, id: decoded(id) };
  return { page: page === "items" || page === "files" ? page : "ranking" };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return routeOf(hash);
}
