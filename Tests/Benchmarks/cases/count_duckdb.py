"""Counts a list of case files with DuckDB: LIST case_agencies.csv OUT.csv

Only the columns that are needed are parsed, dates in their one format, types given, so that nothing is guessed; rows
come in any order. What the list writes for agencies is grouped first and joined with the few groups; count_if needs
less time and memory than count(*) FILTER. Each of these was the faster way.
"""

import sys

import duckdb

LIST, AGENCIES, OUT = sys.argv[1:]
QUERY = """
COPY (
  WITH counted AS (
    SELECT
      don_vi,
      count(tra) AS resolved,
      count_if(tra <= hen) AS in_time,
      count_if(hen <= DATE '2025-12-31') AS due,
      count_if(hen <= DATE '2025-12-31' AND tt = 'Đang xử lý') AS due_open,
      count_if(hen - tra >= 3) AS early,
      count(*) AS received,
      count_if(kenh = 'Trực tuyến') AS online,
      count_if(sohoa = 'Có') AS digital,
      count_if(phi > 0) AS paid,
      count_if(phi > 0 AND thanhtoan = 'Có') AS paid_online
    FROM read_csv(
      ?, auto_detect = false, header = false, skip = 1, delim = ',', quote = '"', dateformat = '%d/%m/%Y', columns = {
        'ma': 'VARCHAR', 'tthc': 'VARCHAR', 'don_vi': 'VARCHAR', 'kenh': 'VARCHAR', 'nhan': 'VARCHAR', 'hen': 'DATE',
        'tra': 'DATE', 'tt': 'VARCHAR', 'sohoa': 'VARCHAR', 'thanhtoan': 'VARCHAR', 'phi': 'BIGINT'})
    GROUP BY don_vi)
  SELECT m."mã cơ quan" AS agency, criterion, input, sum(value)::BIGINT AS value
  FROM counted JOIN read_csv(?, header = true, all_varchar = true) m ON m."cách ghi" = don_vi, LATERAL (VALUES
    ('1.1', 'a', resolved), ('1.1', 'b', in_time), ('1.2', 'a', due), ('1.2', 'q', due_open), ('1.3', 'a', resolved),
    ('1.3', 'n', early), ('2.1', 'a', received), ('2.1', 'b', online), ('2.2', 'a', received), ('2.2', 's', digital),
    ('2.3', 'a', paid), ('2.3', 'b', paid_online)) n(criterion, input, value)
  WHERE m."mã cơ quan" IS NOT NULL
  GROUP BY ALL ORDER BY ALL)
TO '$OUT' (HEADER)
"""

connection = duckdb.connect()
connection.execute("SET preserve_insertion_order = false")
connection.execute(QUERY.replace("$OUT", OUT.replace("'", "''")), [LIST, AGENCIES])
