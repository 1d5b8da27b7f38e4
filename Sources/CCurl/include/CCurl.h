#pragma once
#include <curl/curl.h>

// libcurl sets and asks with functions of variable arguments, which Swift cannot call: here is one
// function for each kind of argument.

typedef size_t (*bs_curl_sink)(char *bytes, size_t size, size_t count, void *context);

CURLcode bs_curl_set_number(CURL *handle, CURLoption option, long value);
CURLcode bs_curl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode bs_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);
/// Both sinks are called with the context.
CURLcode bs_curl_set_sinks(CURL *handle, bs_curl_sink body, bs_curl_sink header, void *context);
/// Makes the request a POST of the bytes, which are copied.
CURLcode bs_curl_set_body(CURL *handle, const void *bytes, size_t count);
/// Where a sentence about a failure is written, CURL_ERROR_SIZE bytes.
CURLcode bs_curl_set_complaint(CURL *handle, char *buffer);
/// The reply's HTTP status, 0 where there is none.
long bs_curl_status(CURL *handle);
/// Whether a transfer has ended, and how.
int bs_curl_has_ended(CURLM *multi, CURLcode *result);
