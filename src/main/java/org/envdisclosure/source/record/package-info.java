/**
 * Records of supervision: what the bureau found, ordered, permitted and punished, and what people told it.
 *
 * <p>What arrives is kept for the bureau alone; what everybody may read is another table, into which only the masked row goes. A row in
 * which something personal is found waits until somebody has looked at it.
 *
 * <p>Law: 行政处罚法 art. 48 and 85 (decisions are public, and withdrawn when they are annulled); 政府信息公开条例; 个人信息保护法. Licence of
 * the data: CC BY 4.0.
 */
@NullMarked
package org.envdisclosure.source.record;

import org.jspecify.annotations.NullMarked;
