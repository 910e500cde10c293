-- Answers of many open attempts, each newer than the one before.
local common = dofile("Benchmarks/HTTP/common.lua")
local rows
local sent = tonumber(os.getenv("BENCH_FIRST") or "0")

init = function() rows = common.rows("open") end

request = function()
  local row = rows[sent % #rows + 1]
  local round = math.floor(sent / #rows)
  sent = sent + 1
  local body = string.format('{"choice":["%s"],"sequence":%d}', round % 2 == 0 and "a" or "b", round + 1)
  local path = "/api/v1/attempts/" .. row[2] .. "/answers/" .. (round % 20 + 1)
  return wrk.format("PUT", path, common.headers(row[1]), body)
end

done = function(summary, latency) common.done(summary, latency) end
