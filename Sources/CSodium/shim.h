#ifndef C_SODIUM_H
#define C_SODIUM_H

#include <sodium/crypto_hash_sha256.h>
#include <sodium/crypto_shorthash.h>

// libsodium is called through here so that one header says what is used of it, and why. The rest of
// sodium.h defines macros and types that are of no use to Swift. Source: doc.libsodium.org.

/// The number of bytes of a key of csodium_short_hash.
enum { csodium_short_key = crypto_shorthash_KEYBYTES };

/// A keyed hash (SipHash-2-4) of bytes as a number: without the key nobody can work it out, and it is fast
/// enough for each word of a report. It needs no sodium_init, for it draws nothing at random.
static inline unsigned long long csodium_short_hash(
    const unsigned char *bytes, unsigned long long count, const unsigned char *key) {
  unsigned char hash[crypto_shorthash_BYTES];
  crypto_shorthash(hash, bytes, count, key);
  unsigned long long number = 0;
  for (int index = 0; index < crypto_shorthash_BYTES; index++)
    number |= (unsigned long long)hash[index] << (8 * index);
  return number;
}

/// The number of bytes of a SHA-256.
enum { csodium_sha256_bytes = crypto_hash_sha256_BYTES };

/// A SHA-256 (FIPS 180-4) that is being worked out part by part: what a reader checks with sha256sum. The functions
/// return 0 always, and draw nothing at random.
typedef crypto_hash_sha256_state csodium_sha256_state;

static inline void csodium_sha256_start(csodium_sha256_state *state) {
  crypto_hash_sha256_init(state);
}

static inline void csodium_sha256_add(
    csodium_sha256_state *state, const unsigned char *bytes, unsigned long long count) {
  crypto_hash_sha256_update(state, bytes, count);
}

/// Writes the hash, csodium_sha256_bytes of it.
static inline void csodium_sha256_end(csodium_sha256_state *state, unsigned char *hash) {
  crypto_hash_sha256_final(state, hash);
}

#endif
