/**
 * Files beside the rows: kept by their content, served with their SHA-256 as validator, removed when no row names them any more.
 * Knows no dataset; what names files is found as beans.
 */
@NullMarked
package org.envdisclosure.platform.attachment;

import org.jspecify.annotations.NullMarked;
