-- wrk's side of bench/lib/load.mjs: sends the requests of a file in turn, each as "LENGTH\nBYTES", and prints what came of them.
local requests, sent = {}, 0

function init(arguments)
  local file = assert(io.open(arguments[1], "rb"))
  for length in function() return file:read("*n") end do
    file:read(1)
    requests[#requests + 1] = file:read(length)
  end
  file:close()
end

function request()
  sent = sent + 1
  return assert(requests[sent], "there are too few requests for this speed")
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"count":%d,"microseconds":%d,"p50":%d,"p99":%d,"refused":%d,"broken":%d}\n', summary.requests,
    summary.duration, latency:percentile(50), latency:percentile(99), errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
