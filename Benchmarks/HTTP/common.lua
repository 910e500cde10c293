-- Shared by the scripts of this folder: wrk runs them with one thread, so that one Lua state makes every request.
local common = {}

common.host = os.getenv("BENCH_ORIGIN")
common.folder = os.getenv("BENCH_FOLDER")

-- Headers of a change that rests on a cookie: our own pages send the same.
function common.headers(cookie)
  return {
    ["Content-Type"] = "application/json",
    ["Origin"] = common.host,
    ["Cookie"] = cookie,
  }
end

-- The lines of a file that an earlier run wrote, each split at tabs; with BENCH_PART `k/n` every n-th from the k-th on.
function common.rows(name)
  local part, of = (os.getenv("BENCH_PART") or "0/1"):match("(%d+)/(%d+)")
  local rows, number = {}, 0
  for line in io.lines(common.folder .. "/" .. name) do
    if number % tonumber(of) == tonumber(part) then
      local row = {}
      for field in line:gmatch("[^\t]+") do row[#row + 1] = field end
      rows[#rows + 1] = row
    end
    number = number + 1
  end
  return rows
end

function common.writer(name)
  return assert(io.open(common.folder .. "/" .. name, "a"))
end

local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds; long nanoseconds; } timespec; int clock_gettime(int clock, timespec *time);")

-- Microseconds of a clock that never goes back.
function common.now()
  local time = ffi.new("timespec")
  ffi.C.clock_gettime(1, time)
  return tonumber(time.seconds) * 1e6 + tonumber(time.nanoseconds) / 1e3
end

-- One line of JSON about the run; times in microseconds. A run that ended by itself says how long it took.
function common.done(summary, latency, requests, elapsed)
  local errors = summary.errors
  io.write(string.format(
    '\nBENCH {"requests":%d,"duration":%d,"status":%d,"socket":%d,"p50":%d,"p99":%d}\n',
    requests or summary.requests, elapsed or summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end

-- For runs in which each row is used once: the end, and how long it took until then.
local thread
function common.setup(one) thread = one end

function common.finish(count, began)
  finishedRequests, finishedAfter = count, common.now() - began
  wrk.thread:stop()
end

function common.doneOnce(summary, latency)
  common.done(summary, latency, thread:get("finishedRequests"), thread:get("finishedAfter"))
end

return common
