/**
 * Personal data in records of supervision: what a named law makes public passes, what is personal is masked, and free text is looked
 * through for what somebody wrote into it.
 *
 * <p>Law: 个人信息保护法 (personal information); 政府信息公开条例 art. 15 (no publication that harms others); GB 11643-1999 for the
 * resident identity number. Which names pass is this service's own, cautious reading of them.
 */
@NullMarked
package org.envdisclosure.source.rules.privacy;

import org.jspecify.annotations.NullMarked;
