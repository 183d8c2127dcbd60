/**
 * Pollution sources: who discharges, where, within which limits, and what was measured there.
 *
 * <p>Law: 排污许可管理条例 (permits and what their holders disclose), 环境监管重点单位名录管理办法 (the year's lists), HJ 608-2017 (codes of permits
 * and outlets), GB 32100-2015 (unified social credit codes), HJ 212-2017 (codes of what is measured). Licence of the data: CC BY 4.0.
 */
@NullMarked
package org.envdisclosure.source;

import org.jspecify.annotations.NullMarked;
