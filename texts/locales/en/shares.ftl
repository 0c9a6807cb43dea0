# Shares of reports: closed in time, and helped well.

not-allowed-see_shares = Only police, a city marshal, the municipality or the manager of a KVO group can see figures.
shares-in-time = Closed within 48 hours: about { $percent }% of the reports.
shares-in-time-all = Closed within 48 hours: nearly all reports.
shares-in-time-none = Closed within 48 hours: hardly any report.
shares-satisfied = Helped well, say those who answered: about { $percent }%.
shares-satisfied-all = Helped well, say those who answered: nearly everybody.
shares-satisfied-none = Helped well, say those who answered: hardly anybody.
shares-areas = <b>By municipality</b>
shares-area = { $name }: within 48 hours { $in_time } · helped well { $satisfied }
shares-percent = { $percent }%
shares-hidden = –
shares-hint = Shares are rounded to 5%. Where there are too few reports or answers there is nothing, or a dash.
