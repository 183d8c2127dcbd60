package org.envdisclosure.air.rules;

import org.jspecify.annotations.Nullable;

/**
 * Something for each of the seven daily indicators of HJ 633-2012; HJ 633-2026 reads the first six. Null where there is
 * no valid value.
 *
 * @param six         the daily means (µg/m³, CO mg/m³) and, for ozone, the greatest 8-hour mean of the day (日最大8小时平均)
 * @param ozoneOneHour the greatest 1-hour mean of ozone in the day (日最大1小时平均)
 * @param <T>         an {@link ExactMean} or a rounded {@link java.math.BigDecimal}
 */
public record DayIndicators<T>(SixPollutants<T> six, @Nullable T ozoneOneHour) {
}
