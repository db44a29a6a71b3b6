// The records of the workload, read from JSON and from CSV without copying anything.
#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

using Pence = int64_t;
using Text = const char *;
constexpr int noDay = INT32_MIN;
constexpr Pence noSum = INT64_MIN;

struct Service { std::string_view name; Pence sums[3], rate, limit, part; };  // the part in hundredths of a percent
constexpr Service services[] = {
  {"repairs", {1000, 5000, 15000}, 200, 5000, 500},     {"heating", {2000, 7500, 25000}, 500, 15000, 1000},
  {"hot_water", {2000, 6000, 20000}, 350, 10500, 833},  {"damp", {2500, 10000, 40000}, 300, 20000, 1250},
  {"lift", {1500, 4000, 12000}, 150, 4500, 0},          {"asb", {5000, 15000, 35000}, 0, 0, 0},
  {"estate", {500, 1500, 5000}, 75, 1500, 0},           {"admin", {1000, 2500, 7500}, 0, 0, 0}};
constexpr std::string_view marks[] = {"legal", "insured", "tenant_caused", "no_access", "third_party", "injury"};

struct Case {
  std::string_view id;
  int service = -1, impact = 0, event = noDay, claimed = noDay, offer = noDay, days = 0, rooms = 0, weeks = 0;
  bool discretion = false, fixed = false;
  unsigned excluded = 0;
  Pence weekly = noSum, arrears = 0, receipts = 0;
};

// Days since 1 January 1970 and back; years begin in March, so that a leap day is the last of its year.
inline int dayNumber(int year, int month, int day) {
  year -= month < 3;
  int era = year / 400, of = year % 400, inYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
  return era * 146097 + of * 365 + of / 4 - of / 100 + inYear - 719468;
}
inline void civil(int number, int &year, int &month, int &day) {
  number += 719468;
  int era = number / 146097, rest = number % 146097, of = (rest - rest / 1460 + rest / 36524 - rest / 146096) / 365;
  int inYear = rest - (365 * of + of / 4 - of / 100), m = (5 * inYear + 2) / 153;
  day = inYear - (153 * m + 2) / 5 + 1, month = m < 10 ? m + 3 : m - 9, year = of + era * 400 + (month < 3);
}
inline int dayAt(Text p) {
  auto digit = [p](int i) { return p[i] - '0'; };
  return dayNumber(digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3), digit(5) * 10 + digit(6),
                   digit(8) * 10 + digit(9));
}

inline bool isDigit(char c) { return static_cast<unsigned char>(c - '0') < 10; }
inline Text count(Text p, int &value) { for (value = 0; isDigit(*p); ++p) value = value * 10 + *p - '0'; return p; }
inline Text sum(Text p, Pence &value) {
  bool below = *p == '-';
  p += below, value = 0;
  for (; isDigit(*p); ++p) value = value * 10 + *p - '0';
  value *= 100;
  if (*p == '.' && isDigit(*++p)) { value += (*p++ - '0') * 10; if (isDigit(*p)) value += *p++ - '0'; }
  if (below) value = -value;
  return p;
}
inline int serviceNamed(std::string_view name) {
  for (int i = 0; i < 8; ++i) if (services[i].name == name) return i;
  return -1;
}
inline unsigned markNamed(std::string_view name) {
  for (int i = 0; i < 6; ++i) if (marks[i] == name) return 1u << i;
  return 0;
}
inline int impactAt(Text p) { return *p == 'l' ? 0 : *p == 'm' ? 1 : 2; }

// MARK: JSON. A block ends in a zero byte, at which every loop stops.

inline Text blanks(Text p) { while (*p == ' ' || *p == '\t' || *p == '\r') ++p; return p; }
inline Text quote(Text p) {  // the quote that ends a text
  for (;;) {
    Text end = strchr(p, '"');
    if (!end) return p + strlen(p);
    Text slash = static_cast<Text>(memchr(p, '\\', static_cast<size_t>(end - p)));
    if (!slash) return end;
    p = slash + 2;
  }
}
inline Text text(Text p, std::string_view &value) {
  Text end = quote(p + 1);
  value = {p + 1, static_cast<size_t>(end - p - 1)};
  return end + 1;
}
inline Text skip(Text p) {
  if (*p == '"') return quote(p + 1) + 1;
  if (*p != '{' && *p != '[') { while (*p && *p != ',' && *p != '}' && *p != ']') ++p; return p; }
  int depth = 0;
  do {
    if (*p == '"') { p = quote(p + 1) + 1; continue; }
    depth += (*p == '{' || *p == '[') - (*p == '}' || *p == ']');
    ++p;
  } while (depth && *p && *p != '\n');
  return p;
}
template <class Member> Text members(Text p, Member member) {  // at "{"; after "}"
  for (p = blanks(p + 1); *p && *p != '}';) {
    std::string_view key;
    p = blanks(text(p, key)) + 1;
    p = blanks(member(key, blanks(p)));
    if (*p == ',') p = blanks(p + 1);
  }
  return p + 1;
}
template <class Element> Text elements(Text p, Element element) {
  for (p = blanks(p + 1); *p && *p != ']';) {
    p = blanks(element(p));
    if (*p == ',') p = blanks(p + 1);
  }
  return p + 1;
}
inline Text dayValue(Text p, int &day) { if (*p != '"') return p + 4; day = dayAt(p + 1); return p + 12; }
inline Text flag(Text p, bool &value) { value = *p == 't'; return p + 5 - value; }

inline Text readJSON(Text p, Case &c) {
  p = members(blanks(p), [&](std::string_view key, Text p) -> Text {
    std::string_view value;
    if (*p == 'n') return p + 4;
    if (key == "id") return text(p, c.id);
    if (key == "service") { p = text(p, value), c.service = serviceNamed(value); return p; }
    if (key == "impact") { c.impact = impactAt(p + 1); return skip(p); }
    if (key == "event") return dayValue(p, c.event);
    if (key == "claimed") return dayValue(p, c.claimed);
    if (key == "offer") return dayValue(p, c.offer);
    if (key == "discretion") return flag(p, c.discretion);
    if (key == "fixed") return flag(p, c.fixed);
    if (key == "days") return count(p, c.days);
    if (key == "arrears") return sum(p, c.arrears);
    if (key == "excl")
      return elements(p, [&](Text p) { p = text(p, value), c.excluded |= markNamed(value); return p; });
    if (key == "receipts")
      return elements(p, [&](Text p) { Pence one; p = sum(p, one), c.receipts += one; return p; });
    if (key == "rent") return members(p, [&](std::string_view key, Text p) -> Text {
      if (*p == 'n') return p + 4;
      return key == "weekly" ? sum(p, c.weekly) : key == "rooms" ? count(p, c.rooms) : count(p, c.weeks);
    });
    return skip(p);
  });
  p = blanks(p);
  return *p == '\n' ? p + 1 : p;
}

// MARK: CSV, with the columns in their order.

inline Text cell(Text p, std::string_view &value) {  // after the comma or the line break that ends it
  if (*p != '"') {
    Text end = p;
    while (*end && *end != ',' && *end != '\n') ++end;
    value = {p, static_cast<size_t>(end - p)};
    return end + (*end != 0);
  }
  Text end = p + 1;
  while ((end += strcspn(end, "\""), end[0] == '"' && end[1] == '"')) end += 2;
  value = {p + 1, static_cast<size_t>(end - p - 1)};
  return end + 1 + (end[1] != 0);
}
inline Text readCSV(Text p, Case &c) {
  std::string_view v;
  auto next = [&] { p = cell(p, v); return !v.empty(); };
  next(), c.id = v, next(), next();
  if (next()) c.service = serviceNamed(v);
  if (next()) c.impact = impactAt(v.data());
  for (int *day : {&c.event, &c.claimed, &c.offer}) if (next()) *day = dayAt(v.data());
  c.discretion = next() && v[0] == 't';
  for (next(); !v.empty();) {
    size_t end = v.find('|');
    c.excluded |= markNamed(v.substr(0, end));
    v = end == v.npos ? "" : v.substr(end + 1);
  }
  c.fixed = next() && v[0] == 't';
  if (next()) count(v.data(), c.days);
  if (next()) sum(v.data(), c.weekly);
  if (next()) count(v.data(), c.rooms);
  if (next()) count(v.data(), c.weeks);
  for (int i = 0; i < 3; ++i) { Pence one; if (next()) sum(v.data(), one), c.receipts += one; }
  if (next()) sum(v.data(), c.arrears);
  next();
  return p;
}
