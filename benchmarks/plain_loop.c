/* A plain loop for the same figures: one sample after the other, one thread, nothing clever. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

static uint64_t state;

static double uniform(void) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return ((double)(state >> 11) + 0.5) / 9007199254740992.0;
}

static double triangular(double low, double central, double high) {
    double point = uniform(), width = high - low;
    if (width <= 0) return low;
    double place = (central - low) / width;
    if (point < place) return low + sqrt(point * width * (central - low));
    return high - sqrt((1 - point) * width * (high - central));
}

/* low, central, high: alternative x criterion; places, ahead: alternative x alternative; sums: alternative x criterion */
void shares(int alternatives, int criteria, const double *low, const double *central, const double *high, long samples,
            uint64_t seed, double *places, double *ahead, double *sums) {
    double *weights = malloc(sizeof(double) * criteria), *totals = malloc(sizeof(double) * alternatives);
    state = seed;
    for (long sample = 0; sample < samples; sample++) {
        double whole = 0;
        for (int c = 0; c < criteria; c++) whole += weights[c] = -log(uniform());
        for (int c = 0; c < criteria; c++) weights[c] /= whole;
        for (int a = 0; a < alternatives; a++) {
            totals[a] = 0;
            for (int c = 0; c < criteria; c++) {
                int cell = a * criteria + c;
                totals[a] += weights[c] * triangular(low[cell], central[cell], high[cell]);
            }
        }
        for (int a = 0; a < alternatives; a++) {
            int better = 0;
            for (int b = 0; b < alternatives; b++) {
                better += totals[b] > totals[a];
                ahead[a * alternatives + b] += totals[a] > totals[b];
            }
            places[a * alternatives + better]++;
            if (!better) for (int c = 0; c < criteria; c++) sums[a * criteria + c] += weights[c];
        }
    }
    free(weights);
    free(totals);
}
