import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { userListOptions } from '../api/users.ts';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { PageHead } from '../ui/page-title.tsx';
import { Empty, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { CreateUserDialog } from './create-user-dialog.tsx';

export function UsersPage() {
  const { office, words } = useStrings();
  const query = useQuery(userListOptions);
  const [creating, setCreating] = useState(false);
  const { columns } = office.users;
  const users = query.data?.users ?? [];
  return (
    <div className="mx-auto max-w-6xl px-4 py-6 sm:px-8 sm:py-9">
      <PageHead
        title={office.users.title}
        actions={
          <Button
            variant="primary"
            icon={<UserPlus aria-hidden className="size-4" />}
            onClick={() => setCreating(true)}
            data-testid="create-user"
          >
            {office.users.create}
          </Button>
        }
      />
      {query.isPending && <SkeletonLines lines={6} />}
      {query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && users.length === 0 && <Empty title={office.users.empty} />}
      {users.length > 0 && (
        <div className="panel overflow-x-auto">
          <table data-testid="user-list" className="w-full text-left">
            <thead className="border-b border-line text-[0.8125rem] text-faint">
              <tr>
                {[columns.name, columns.email, columns.role, columns.level].map((column) => (
                  <th key={column} scope="col" className="px-5 py-2.5 font-normal">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {users.map((user) => (
                <tr key={user.id} className="border-b border-line last:border-0">
                  <td className="px-5 py-3 whitespace-nowrap font-medium">{user.name}</td>
                  <td className="px-5 py-3 text-soft">{user.email}</td>
                  <td className="px-5 py-3">
                    <Badge tone={user.role === 'client' ? 'neutral' : 'accent'}>{words.role[user.role]}</Badge>
                  </td>
                  <td className="px-5 py-3 whitespace-nowrap text-soft">
                    {user.role === 'client'
                      ? words.importance[user.importance]
                      : user.level
                        ? words.level[user.level]
                        : ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {creating && <CreateUserDialog onClose={() => setCreating(false)} />}
    </div>
  );
}
