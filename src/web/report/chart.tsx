import { type Drawing, svgMarkup } from "../../page.js";

/** A drawing as SVG, in its own size where there is room for it; its texts are escaped where the markup is made. */
export const Chart = ({ drawing }: { readonly drawing: Drawing }) => (
  <figure class="chart" dangerouslySetInnerHTML={{ __html: svgMarkup(drawing) }} />
);
