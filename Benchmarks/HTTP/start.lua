-- One attempt for each contestant, then the end; keeps whose attempt is which.
local common = dofile("Benchmarks/HTTP/common.lua")
local rows, out, began
-- wrk makes one request that it never sends, to look at it.
local sent, received = -1, 0

setup = common.setup

init = function()
  rows = common.rows("contestants")
  out = common.writer("open")
end

request = function()
  sent = sent + 1
  if sent == 1 then began = common.now() end
  -- When all are used up: an address that costs little, until the replies are in.
  if sent == 0 or sent > #rows then return wrk.format("GET", "/healthz") end
  local body = string.format('{"nonce":"%032x"}', sent)
  return wrk.format("POST", "/api/v1/contests/bench/attempts", common.headers(rows[sent][1]), body)
end

response = function(status, headers, body)
  -- Replies come in any order; the nonce tells whose it is.
  local nonce = body:match('"nonce":"(%x+)"')
  if not nonce then return end
  out:write(rows[tonumber(nonce:sub(-8), 16)][1], "\t", body:match('"id":"(%x+)"'), "\n")
  received = received + 1
  if received == #rows then
    out:flush()
    common.finish(received, began)
  end
end

done = common.doneOnce
