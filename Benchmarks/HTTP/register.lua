-- Registers somebody new with every request; keeps cookie and entry code for the runs that follow.
local common = dofile("Benchmarks/HTTP/common.lua")
local first = tonumber(os.getenv("BENCH_FIRST") or "0")
local number = first
local headers = common.headers(nil)
local format = '{"requestKey":"%032x","name":"Nguyễn Văn An","group":"nguoi-dan","unit":"phuong-mau-1",'
  .. '"birthYear":1990,"phone":"09%08d","consents":["participation"]}'
local out

init = function() out = common.writer("contestants") end

request = function()
  number = number + 1
  return wrk.format("POST", "/api/v1/contests/bench/registrations", headers, string.format(format, number, number))
end

response = function(status, headers, body)
  local cookie = headers["Set-Cookie"] or headers["set-cookie"]
  if status == 201 then out:write(cookie:match("^[^;]+"), "\t", body:match('"entryCode":"([^"]+)"'), "\n") end
end

done = function(summary, latency) common.done(summary, latency) end
