/** What the server proves its name with: reading certificate and key, and following them when their files change. */
@NullMarked
package dev.liveticker.server.tls;

import org.jspecify.annotations.NullMarked;
