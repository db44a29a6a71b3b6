// The rules of the workload written into a program: what a reader of rules has to measure itself against.
//
//   floor IN(.ndjson|.csv) OUT [--threads N]
//
// Each thread takes a block of whole records, decides them, and writes its rows in turn, so the memory stays the same
// at any size and the rows stand in the order of the records.   c++ -O3 -std=c++20 -pthread floor.cpp
#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <vector>
#include "cases.hpp"

struct Row {
  const char *outcome = nullptr;
  Pence fixed = 0, daily = 0, rent = 0, compensation = 0, total = 0, credited = 0;
  char band = 0, tier = 0, why[48];
  int length = 0;
  void say(const char *code) { memcpy(why + length, code, 3), length += 3; }
};

static int sixMonthsAfter(int number) {
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int year, month, day;
  civil(number, year, month, day);
  month += 6;
  if (month > 12) month -= 12, ++year;
  int leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return dayNumber(year, month, std::min(day, lengths[month - 1] + leap));
}

static void decide(const Case &c, Row &row) {
  auto end = [&](const char *outcome, const char *code) { row.outcome = outcome, row.say(code); };
  bool rentLost = c.rooms && c.weeks;
  if (c.event == noDay || c.claimed == noDay) return end("REFER", "E1|");
  if (c.claimed < c.event) return end("REFER", "E2|");
  if (rentLost && c.weekly == noSum) return end("REFER", "E3|");
  if (c.service < 0) return end("REFER", "E4|");
  if (c.excluded) {
    char code[] = {'X', static_cast<char>('1' + __builtin_ctz(c.excluded)), '|', 0};
    return end("EXCLUDED", code);
  }
  int lag = c.claimed - c.event;
  if (lag <= 28) row.say("W1|");
  else if (lag > 184 || (lag > 180 && c.claimed > sixMonthsAfter(c.event))) return end("OUT_OF_TIME", "W4|");
  else if (c.discretion) row.say("W2|");
  else return end("OUT_OF_TIME", "W3|");

  const Service &service = services[c.service];
  if (c.fixed) row.fixed = service.sums[c.impact], row.say("F1|");
  if (c.days && service.rate) {
    Pence whole = c.days * service.rate;
    row.daily = std::min(whole, service.limit), row.say(whole > service.limit ? "D2|" : "D1|");
  }
  if (rentLost && service.part) {
    Pence part = c.rooms * service.part;
    row.rent = (c.weekly * std::min<Pence>(part, 10000) * c.weeks + 5000) / 10000;
    row.say(part > 10000 ? "R2|" : "R1|");
  }
  if (c.receipts) row.say("M1|");
  row.compensation = row.fixed + row.daily + row.rent, row.total = row.compensation + c.receipts;
  if (!row.total) return end("NIL", "N0|");
  int band = (row.compensation > 10000) + (row.compensation > 50000);
  row.band = "LMH"[band], row.say(band == 0 ? "BL|" : band == 1 ? "BM|" : "BH|");
  if (band != c.impact) row.say("BX|");
  int tier = (row.total > 10000) + (row.total > 50000) + (row.total > 200000);
  row.tier = static_cast<char>('1' + tier);
  char code[] = {'T', row.tier, '|', 0};
  row.say(code);
  row.credited = std::min(row.compensation, std::max<Pence>(c.arrears, 0));
  row.say(!row.credited ? "A0|" : row.credited == row.compensation ? "A1|" : "A2|");
  end("OFFER", c.offer == noDay ? "K0|" : "K1|");
}

static char *put(char *out, std::string_view text) { memcpy(out, text.data(), text.size()); return out + text.size(); }
static char *put(char *out, Pence pence) {
  char digits[24], *p = digits + 24;
  for (int place = 0; pence || place < 3; ++place) {
    if (place == 2) *--p = '.';
    *--p = static_cast<char>('0' + pence % 10), pence /= 10;
  }
  return put(out, {p, static_cast<size_t>(digits + 24 - p)});
}
static char *putDay(char *out, int number) {
  int year, month, day;
  civil(number, year, month, day);
  for (int place = 3, rest = year; place >= 0; --place, rest /= 10) out[place] = static_cast<char>('0' + rest % 10);
  out[4] = out[7] = '-';
  out[5] = static_cast<char>('0' + month / 10), out[6] = static_cast<char>('0' + month % 10);
  out[8] = static_cast<char>('0' + day / 10), out[9] = static_cast<char>('0' + day % 10);
  return out + 10;
}
static char *putRow(char *out, const Case &c, const Row &row) {
  out = put(put(put(out, c.id), ","), row.outcome);
  if (!row.band) {
    out = put(out, ",0.00,0.00,0.00,0.00,0.00,0.00,,,0.00,0.00,,");
  } else {
    for (Pence pence : {row.fixed, row.daily, row.rent, c.receipts, row.compensation, row.total})
      out = put(put(out, ","), pence);
    *out++ = ',', *out++ = row.band, *out++ = ',', *out++ = 'T', *out++ = row.tier, *out++ = ',';
    out = put(put(put(out, row.credited), ","), row.total - row.credited), *out++ = ',';
    if (c.offer != noDay) out = putDay(out, c.offer + 28);
    *out++ = ',';
  }
  return put(put(out, {row.why, static_cast<size_t>(row.length - 1)}), "\n");
}

static FILE *source, *target;
static bool isCSV, isAtEnd;
static std::mutex reading, writing;
static std::condition_variable turn;
static std::string left;  // the beginning of a record that the last block did not end
static long blocksRead, blocksWritten;

/// The next block of whole records, with its number; the first of a table without its heading.
static bool next(std::string &block, long &number) {
  std::lock_guard lock(reading);
  if (isAtEnd) return false;
  size_t had = left.size(), size = 1 << 20;
  block = std::move(left), block.resize(had + size);
  block.resize(had + fread(block.data() + had, 1, size, source));
  isAtEnd = block.size() < had + size;
  size_t end = block.size();
  if (!isAtEnd && !isCSV) end = block.rfind('\n') + 1;
  if (!isAtEnd && isCSV) {  // a line break in quotes ends no record
    bool isQuoted = std::count(block.begin(), block.end(), '"') % 2;
    for (; end && (isQuoted || block[end - 1] != '\n'); --end) isQuoted ^= block[end - 1] == '"';
  }
  left = block.substr(end), block.resize(end), number = blocksRead++;
  if (isCSV && number == 0) block.erase(0, block.find('\n') + 1);
  return true;
}
static void work() {
  std::string block;
  std::vector<char> rows;
  for (long number; next(block, number);) {
    rows.resize(block.size() * 2 + 1000);
    char *out = rows.data();
    if (number == 0)
      out = put(out, "id,outcome,fixed,daily,rent,receipts,comp,total,band,tier,to_arrears,to_pay,deadline,reasons\n");
    for (Text p = block.c_str(), end = p + block.size(); p < end;) {
      Case c;
      Row row;
      p = isCSV ? readCSV(p, c) : readJSON(p, c);
      decide(c, row), out = putRow(out, c, row);
    }
    std::unique_lock lock(writing);
    turn.wait(lock, [&] { return blocksWritten == number; });
    fwrite(rows.data(), 1, static_cast<size_t>(out - rows.data()), target), ++blocksWritten;
    turn.notify_all();
  }
}
int main(int count, char **words) {
  if (count < 3) return 64;
  int threads = count == 5 && !strcmp(words[3], "--threads") ? atoi(words[4]) : 1;
  isCSV = std::string_view(words[1]).ends_with(".csv");
  source = fopen(words[1], "rb"), target = fopen(words[2], "wb");
  if (!source || !target) return 66;
  std::vector<std::thread> workers;
  for (int i = 1; i < threads; ++i) workers.emplace_back(work);
  work();
  for (auto &worker : workers) worker.join();
  return fclose(target) ? 74 : 0;
}
