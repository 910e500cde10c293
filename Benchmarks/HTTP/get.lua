-- One address over and over, with the headers that BENCH_HEADERS names as `Name: value` lines.
local common = dofile("Benchmarks/HTTP/common.lua")
for line in (os.getenv("BENCH_HEADERS") or ""):gmatch("[^\n]+") do
  local name, value = line:match("^([^:]+):%s*(.*)$")
  wrk.headers[name] = value
end
done = function(summary, latency) common.done(summary, latency) end
