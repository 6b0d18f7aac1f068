// The headers of qpdf's library, as far as this room needs them. That of its JSON is kept out: nothing of it is used,
// and clang 14 cannot read it with the standard library of g++ 12 (a vector of an incomplete class in a defaulted
// destructor).
#pragma once

#define POINTERHOLDER_TRANSITION 4 // of its pointers, those of the standard library alone
#define JSON_HH
class JSON;

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
