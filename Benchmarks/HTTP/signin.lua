-- Signs contestants in by entry code, round and round.
local common = dofile("Benchmarks/HTTP/common.lua")
local rows
local sent = 0
local headers = common.headers(nil)

init = function() rows = common.rows("contestants") end

request = function()
  sent = sent + 1
  local body = string.format('{"entryCode":"%s"}', rows[sent % #rows + 1][2])
  return wrk.format("POST", "/api/v1/sessions", headers, body)
end

done = function(summary, latency) common.done(summary, latency) end
