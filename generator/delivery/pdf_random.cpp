#include "delivery/pdf_random.h"

#include <qpdf/QUtil.hh>
#include <qpdf/RandomDataProvider.hh>

namespace mognad {
namespace {

thread_local KeyStream* stream_of_thread = nullptr;

/// libqpdf knows one source for the whole program.
class ThreadProvider : public RandomDataProvider {
 public:
  explicit ThreadProvider(RandomDataProvider& usual) : usual_(usual) {}

  void provideRandomData(unsigned char* data, std::size_t length) override {
    if (stream_of_thread) stream_of_thread->fill({data, length});
    else usual_.provideRandomData(data, length);
  }

 private:
  RandomDataProvider& usual_;
};

void install_provider() {
  [[maybe_unused]] static const bool installed = [] {
    static ThreadProvider provider(*QUtil::getRandomDataProvider());
    QUtil::setRandomDataProvider(&provider);
    return true;
  }();
}

}  // namespace

PdfRandom::PdfRandom(KeyStream& stream) {
  install_provider();
  stream_of_thread = &stream;
}

PdfRandom::~PdfRandom() { stream_of_thread = nullptr; }

}  // namespace mognad
