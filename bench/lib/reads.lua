-- Small reads, each of another station, city and day: wrk ... -s bench/lib/reads.lua <address> -- <question> <stations> <seconds before the first hour> <days> <seed>
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  question, stations, first, days = args[1], tonumber(args[2]), tonumber(args[3]), tonumber(args[4])
  math.randomseed(tonumber(args[5]) * 64 + number)
end

local function station() return string.format("B%04dA", math.random(0, stations - 1)) end
local function city() return 980000 + math.random(0, math.floor((stations - 1) / 8)) end
local function moment() return first + 28800 + 86400 * math.random(0, days - 1) end

local questions = {
  day = function() return string.format("/api/v1/air/hourly?station=%s&date=%s", station(), os.date("!%Y-%m-%d", moment())) end,
  city = function() return string.format("/api/v1/air/cities/hourly?city=%d&date=%s", city(), os.date("!%Y-%m-%d", moment())) end,
  month = function() return string.format("/api/v1/air/daily?station=%s&month=%s", station(), os.date("!%Y-%m", moment())) end,
  latest = function() return string.format("/api/v1/air/latest?city=%d", city()) end,
}

function request()
  return wrk.format("GET", questions[question]())
end
