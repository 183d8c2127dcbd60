package org.envdisclosure.platform.export;

/**
 * The CRC-32 of two texts one behind the other, from the CRC-32 of each: appending bytes multiplies what stands before by x for every
 * bit appended, modulo the polynomial of the CRC, and the CRC is linear.
 *
 * <p>Source: RFC 1952, 8 (the CRC of gzip, ISO 3309 with reflected bits): bit 31 is the coefficient of x⁰.
 */
final class CrcCombination {

    private static final int POLYNOMIAL = 0xEDB88320;
    private static final int ONE = 1 << 31;
    private static final int X = 1 << 30;
    private static final int BITS_OF_A_LENGTH = 63;
    /** x to the 8th, 16th, 32nd … power: what one, two, four … further bytes multiply by. */
    private static final int[] BYTES = new int[BITS_OF_A_LENGTH];

    static {
        int power = X;
        for (int doubled = 0; doubled < 3; doubled++) {
            power = product(power, power);
        }
        for (int i = 0; i < BITS_OF_A_LENGTH; i++) {
            BYTES[i] = power;
            power = product(power, power);
        }
    }

    private CrcCombination() {
    }

    /**
     * @param first       CRC-32 of what comes first
     * @param second      CRC-32 of what follows it
     * @param secondBytes length of what follows, in bytes
     */
    static long of(long first, long second, long secondBytes) {
        int shift = ONE;
        for (int i = 0; i < BITS_OF_A_LENGTH; i++) {
            if ((secondBytes >> i & 1) != 0) {
                shift = product(shift, BYTES[i]);
            }
        }
        return (product(shift, (int) first) ^ (int) second) & 0xFFFFFFFFL;
    }

    /** Of two polynomials over GF(2), modulo that of the CRC. */
    private static int product(int a, int b) {
        int sum = 0;
        int shifted = b;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                sum ^= shifted;
            }
            shifted = (shifted & 1) != 0 ? shifted >>> 1 ^ POLYNOMIAL : shifted >>> 1;
        }
        return sum;
    }
}
