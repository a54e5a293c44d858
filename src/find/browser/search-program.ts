/**
 * All that the search page runs, in one file of its own: on a slow line a browser fetches six files at once, and the
 * answer waited for the seventh. Astro would give each part a file, so it is brought as a worker's program is (Vite's
 * `?worker&url`: one file with all it imports), and run by the page.
 */
import "./search-page.ts";
import "./suggest.ts";
import "./slash.ts";
