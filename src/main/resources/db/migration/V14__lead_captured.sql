-- For the list of leads, newest first, and the funnel. Where there are many leads and nobody may wait, lay it by hand before this
-- version starts: create index concurrently lead_captured on lead (captured_at, id).
create index if not exists lead_captured on lead (captured_at, id);
