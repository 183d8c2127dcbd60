package org.envdisclosure.air.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * An arithmetic mean that has not been divided yet, so that a mean of means is still rounded once (GB/T 8170 forbids
 * rounding in steps).
 *
 * @param sum   of the values, exact, in their unit
 * @param count how many they are, at least 1
 */
public record ExactMean(BigDecimal sum, int count) {

    /** @throws IllegalArgumentException when there are no values */
    public ExactMean {
        if (count < 1) {
            throw new IllegalArgumentException("a mean has at least one value, not " + count);
        }
    }

    /** A single value as the mean of itself. */
    public static ExactMean ofOne(BigDecimal value) {
        return new ExactMean(value, 1);
    }

    /** Rounded once, half to even. */
    public BigDecimal rounded(int digits) {
        return sum.divide(BigDecimal.valueOf(count), digits, RoundingMode.HALF_EVEN);
    }

    /** Compares the unrounded means. */
    public boolean isGreaterThan(ExactMean other) {
        if (count == other.count) {
            return sum.compareTo(other.sum) > 0;
        }
        return sum.multiply(BigDecimal.valueOf(other.count)).compareTo(other.sum.multiply(BigDecimal.valueOf(count))) > 0;
    }

    /** Compares the unrounded mean. */
    public boolean exceeds(BigDecimal limit) {
        return sum.compareTo(limit.multiply(BigDecimal.valueOf(count))) > 0;
    }

    /**
     * The mean of means, each with the same weight whatever its count, rounded once from the exact fraction.
     *
     * @throws ArithmeticException when {@code means} is empty
     */
    public static BigDecimal meanOf(Collection<ExactMean> means, int digits) {
        BigInteger denominator = BigInteger.ONE;
        for (ExactMean mean : means) {
            BigInteger count = BigInteger.valueOf(mean.count);
            denominator = denominator.divide(denominator.gcd(count)).multiply(count);
        }
        BigDecimal numerator = BigDecimal.ZERO;
        for (ExactMean mean : means) {
            numerator = numerator.add(mean.sum.multiply(new BigDecimal(denominator.divide(BigInteger.valueOf(mean.count)))));
        }
        return numerator.divide(new BigDecimal(denominator.multiply(BigInteger.valueOf(means.size()))), digits, RoundingMode.HALF_EVEN);
    }
}
