import { labels } from "./data.js";

/** One of several, or all of them (""). Left out where there is nothing to choose. */
export function Choice(given: {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string;
  readonly choose: (value: string) => void;
}) {
  const { label, options, value, choose } = given;
  if (options.length < 2) return null;
  return (
    <label>
      {label}{" "}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{labels.all}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Search(given: {
  readonly label: string;
  readonly value: string;
  readonly search: (value: string) => void;
}) {
  const { label, value, search } = given;
  return (
    <label class="search">
      {label} <input type="search" value={value} onInput={(event) => search(event.currentTarget.value)} />
    </label>
  );
}

/** Is what is looked for in one of the texts? Case and blanks make no difference. */
export function found(wanted: string, ...texts: readonly string[]): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, "");
  return texts.some((text) => plain(text).includes(plain(wanted)));
}
