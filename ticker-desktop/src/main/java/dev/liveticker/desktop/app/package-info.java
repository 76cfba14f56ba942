/**
 * The desktop put together: its start ({@code Main}, {@code Launch}), its windows ({@code DesktopApp}, {@code Shell},
 * {@code MainView}), what is behind them ({@code Workbench}, {@code Features}), and the way of a quote to them:
 * {@code ServerLink}, {@code Inbox}, {@code QuoteFlow}. Only this package sees all features.
 */
@NullMarked
package dev.liveticker.desktop.app;

import org.jspecify.annotations.NullMarked;
