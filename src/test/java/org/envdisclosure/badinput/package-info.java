/** What clients should not send, sent all the same, over real HTTP: every answer tells them what to do, and no good row is lost. */
@NullMarked
package org.envdisclosure.badinput;

import org.jspecify.annotations.NullMarked;
