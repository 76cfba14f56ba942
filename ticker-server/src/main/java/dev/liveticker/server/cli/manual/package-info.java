/**
 * What is told of the commands outside of them, made from their options: manual pages, completions, a file of settings.
 */
@NullMarked
package dev.liveticker.server.cli.manual;

import org.jspecify.annotations.NullMarked;
