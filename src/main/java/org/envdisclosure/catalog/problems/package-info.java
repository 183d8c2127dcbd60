/** A page for every type of problem, where its {@code type} URI points to. */
@NullMarked
package org.envdisclosure.catalog.problems;

import org.jspecify.annotations.NullMarked;
