/** Completes the API document (OpenAPI 3.1) from the declarations of datasets, batches and problems. */
@NullMarked
package org.envdisclosure.catalog.openapi;

import org.jspecify.annotations.NullMarked;
