import { type Drawing, svgMarkup } from "../../page.js";

/** A drawing as SVG; its texts are escaped where the markup is made. */
export const Chart = ({ drawing }: { readonly drawing: Drawing }) => (
  <figure
    class="chart"
    style={{ maxWidth: `${drawing.width}px` }}
    dangerouslySetInnerHTML={{ __html: svgMarkup(drawing) }}
  />
);
