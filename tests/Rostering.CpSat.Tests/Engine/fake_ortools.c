/*
 * A stand-in for libortools: the C API that Rostering.CpSat calls, and its rough edges. It solves nothing; it
 * answers with what it was given, so that a test can see that every byte arrived, and does what the model's name
 * asks of it. Like the real one it aborts on a second solve in one environment.
 */
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  atomic_int stopped;
  int solves;
} Env;

static int living_envs = 0;

void* SolveCpNewEnv(void) {
  if (++living_envs > 1) abort(); /* An environment that was never destroyed. */
  return calloc(1, sizeof(Env));
}

void SolveCpDestroyEnv(void* env) {
  living_envs--;
  free(env);
}

void SolveCpStopSearch(void* env) { atomic_store(&((Env*)env)->stopped, 1); }

static int has(const unsigned char* bytes, int length, const char* word) {
  int size = (int)strlen(word);
  for (int i = 0; i + size <= length; i++) {
    if (memcmp(bytes + i, word, size) == 0) return 1;
  }
  return 0;
}

static unsigned char* put_varint(unsigned char* at, unsigned value) {
  for (; value > 127; value >>= 7) *at++ = (unsigned char)(value | 128);
  *at++ = (unsigned char)value;
  return at;
}

/* A string field of CpSolverResponse that holds these bytes in hexadecimal. */
static unsigned char* put_hex(unsigned char* at, unsigned tag, const unsigned char* bytes, int length) {
  at = put_varint(put_varint(at, tag), 2 * length);
  for (int i = 0; i < length; i++, at += 2) {
    char two[3];
    snprintf(two, sizeof two, "%02x", bytes[i]);
    memcpy(at, two, 2);
  }
  return at;
}

void SolveCpInterruptible(void* env, const void* model, int model_length, const void* params, int params_length,
                          void** response, int* response_length) {
  Env* own = env;
  if (own->solves++ > 0) abort();
  int status = 4; /* OPTIMAL */
  if (has(model, model_length, "please abort")) {
    fprintf(stderr, "Check failed: the model asked for it\n");
    abort();
  }
  if (has(model, model_length, "please print")) {
    printf("\nStarting CP-SAT solver v9.15.6755\n");
    printf("#1       0.25s best:655   next:[55,654]    fj_short_default\n");
    printf("#Bound   0.50s best:655   next:[600,654]   reduced_costs");
    printf("\n#Done    0.75s main\n");
  }
  if (has(model, model_length, "please wait")) {
    printf("#1       0.01s best:7     next:[1,6]       waiting\n");
    fflush(stdout);
    while (!atomic_load(&own->stopped)) usleep(1000);
    status = 2; /* FEASIBLE */
  }
  unsigned char* bytes = malloc(2 * (model_length + params_length) + 64);
  unsigned char* at = put_varint(put_varint(bytes, 1 << 3), status);
  at = put_hex(at, 20 << 3 | 2, model, model_length);   /* solution_info */
  at = put_hex(at, 26 << 3 | 2, params, params_length); /* solve_log */
  *response = bytes;
  *response_length = (int)(at - bytes);
}
