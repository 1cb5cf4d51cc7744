import { useNavigate } from '@tanstack/react-router';
import { ConfigProvider, Table } from 'antd';
import viVN from 'antd/locale/vi_VN';
import { useMemo, type ReactNode } from 'react';
import type { MatrixView } from '../api/contracts';
import { dayText, t } from '../messages/t';
import { MARKS } from './marks';

/** Rows in sight, px; the table scrolls within it and draws only what is seen. */
const HEIGHT = 560;
const NAME_WIDTH = window.innerWidth < 600 ? 140 : 220;
const CELL_WIDTH = 150;
const BOX_WIDTH = 44;

interface Props extends Pick<MatrixView, 'columns' | 'rows'> {
  chosen: string[];
  /** Null where nobody acts: nothing can be chosen. */
  choose: ((units: string[]) => void) | null;
}

const THEME = {
  token: { colorPrimary: '#8a1f1f', fontSize: 15, colorText: '#1c1e21' },
  components: { Table: { rowSelectedBg: '#fbf1ef', rowSelectedHoverBg: '#f6e5e2' } },
};

/** Thousands of units stay light: only rows in sight are drawn. */
export function MatrixTable({ columns, rows, chosen, choose }: Props) {
  const go = useNavigate();
  const shown = useMemo(
    () => [
      { title: t('col.unit'), dataIndex: 'name', key: 'name', fixed: 'left' as const, width: NAME_WIDTH },
      ...columns.map(({ id, title, dueAt }) => ({
        title: (
          <>
            {title}
            <span className="line small">{dayText(dueAt)}</span>
          </>
        ),
        key: id,
        width: CELL_WIDTH,
        render: (_: unknown, row: MatrixView['rows'][number]) => {
          const cell = row.cells[id];
          if (!cell) return <span className="small">–</span>;
          const { sign, tone } = MARKS[cell.mark];
          return (
            <a
              href={`/viec/${encodeURIComponent(cell.obligation)}`}
              className={`badge ${tone}`}
              onClick={(event) => {
                event.preventDefault();
                void go({ to: '/viec/$obligation', params: { obligation: cell.obligation } });
              }}
            >
              <span aria-hidden="true">{sign} </span>
              {t(`mark.${cell.mark}`)}
              <span className="hidden"> – {row.name}</span>
            </a>
          );
        },
      })),
    ],
    [columns, go],
  );
  return (
    <ConfigProvider locale={viVN} theme={THEME}>
      <Table
        virtual
        bordered
        size="small"
        rowKey="unit"
        pagination={false}
        columns={shown}
        dataSource={rows}
        scroll={{ x: BOX_WIDTH + NAME_WIDTH + columns.length * CELL_WIDTH, y: HEIGHT }}
        {...(choose && {
          rowSelection: {
            fixed: true,
            columnWidth: BOX_WIDTH,
            selectedRowKeys: chosen,
            onChange: (keys: unknown[]) => choose(keys as string[]),
            getCheckboxProps: ({ name }: MatrixView['rows'][number]) => ({
              'aria-label': t('matrix.choose', { unit: name }),
            }),
            columnTitle: (box: ReactNode) => <span title={t('matrix.choose-all')}>{box}</span>,
          },
        })}
      />
    </ConfigProvider>
  );
}
