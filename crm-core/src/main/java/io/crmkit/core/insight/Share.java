package io.crmkit.core.insight;

import java.math.BigInteger;

/** A sum of parts of activities, exactly. */
record Share(BigInteger parts, BigInteger of) {

    static final Share NONE = new Share(BigInteger.ZERO, BigInteger.ONE);

    Share plus(long count, int shares) {
        BigInteger by = BigInteger.valueOf(shares);
        BigInteger sum = parts.multiply(by).add(BigInteger.valueOf(count).multiply(of));
        BigInteger denominator = of.multiply(by);
        BigInteger common = sum.gcd(denominator).max(BigInteger.ONE);
        return new Share(sum.divide(common), denominator.divide(common));
    }

    /** To a whole number, half up. */
    long rounded() {
        return parts.shiftLeft(1).add(of).divide(of.shiftLeft(1)).longValueExact();
    }
}
