"""Pages of packs: drafts, issued ones, and the page by link."""
