#include "batch/mail_queue.h"

#include <catch2/catch.hpp>

#include "batch/mail_rate.h"

using namespace mognad;

TEST_CASE("Messages are tried in the order of the plan, and what waits when its time has come", "[mail]") {
  MailQueue queue;
  for (std::size_t i = 0; i < 3; ++i) queue.add(i);
  REQUIRE(queue.next(0).entry->message == 0);
  queue.add_later({0, 1}, 10);
  CHECK(queue.next(5).entry->message == 1);
  const MailQueue::Turn again = queue.next(10);
  CHECK(again.entry->message == 0);
  CHECK(again.entry->tries == 1);
  CHECK(queue.next(10).entry->message == 2);
  queue.add_later({2, 1}, 30);
  CHECK_FALSE(queue.next(12).entry);
  CHECK(queue.next(12).wait == 18);
  CHECK(queue.next(30).entry->message == 2);
  CHECK(queue.next(30).wait == 0);
}

TEST_CASE("A queue that is held gives nothing, and tells how long", "[mail]") {
  MailQueue queue;
  queue.add(0);
  queue.hold_until(20);
  queue.hold_until(10);
  CHECK_FALSE(queue.next(15).entry);
  CHECK(queue.next(15).wait == 5);
  CHECK(queue.next(20).entry->message == 0);
}

TEST_CASE("Each pause is twice the one before, up to the longest", "[mail]") {
  const MailRetry retry{.attempts = 9, .first_pause = 30, .longest_pause = 200};
  CHECK(pause_after(1, retry) == 30);
  CHECK(pause_after(2, retry) == 60);
  CHECK(pause_after(3, retry) == 120);
  CHECK(pause_after(4, retry) == 200);
  CHECK(pause_after(100'000, retry) == 200);
}

TEST_CASE("Places for messages are evenly apart, and idle time makes no burst", "[mail]") {
  MailRate rate(60);
  CHECK(rate.take(100) == 0);
  CHECK(rate.take(100) == Approx(0.75));
  CHECK(rate.take(100) == Approx(1.75));
  CHECK(rate.take(500) == 0);
  CHECK(rate.take(500) == Approx(0.75));
}
