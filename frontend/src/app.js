/* The pages work without this; it saves steps. No handler stands in the markup. */
import htmx from "htmx.org";
import { watchDrops } from "./drop.js";
import { watchKeys } from "./keys.js";
import { watchPopovers } from "./popovers.js";
import { watchPicks } from "./picks.js";
import { watchPrint } from "./print.js";
import { watchRoadmap } from "./roadmap.js";

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  historyRestoreAsHxRequest: false,
  scrollBehavior: "instant",
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    // A form with trouble comes back as the page that says so.
    { code: "(409|422)", swap: true },
    { code: "[45]..", swap: false, error: true },
  ],
});

for (const watch of [watchDrops, watchKeys, watchPicks, watchPopovers, watchPrint, watchRoadmap]) watch(document);
